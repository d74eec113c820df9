using Moq;
using WalkBuddyBot.Conversation.Dialogs;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class LabelsTests
{
    [Fact]
    public void What_a_dialog_answers_and_the_alarm_are_labels_and_nothing_else_is()
    {
        var topics = Mock.Of<IDialog>(dialog => dialog.Intents == new HashSet<string> { "overview", "stress" });
        var stop = Mock.Of<IDialog>(dialog => dialog.Intents == new HashSet<string> { "stop" });

        var labels = new Labels([topics, stop]);

        Assert.Equal(["overview", "safety", "stop", "stress"], labels.All.Order(StringComparer.Ordinal));
    }
}
