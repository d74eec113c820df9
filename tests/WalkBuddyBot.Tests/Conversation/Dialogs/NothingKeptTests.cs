using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

public sealed class NothingKeptTests
{
    private readonly Chat _chat = new();

    [Theory]
    [InlineData(Verbs.Walked)]
    [InlineData(Verbs.Snooze)]
    [InlineData(Verbs.NotToday)]
    [InlineData(Verbs.Undo)]
    [InlineData(Verbs.Stop)]
    [InlineData(Verbs.Resume)]
    [InlineData(Verbs.Show)]
    [InlineData(Verbs.ChangeZone)]
    [InlineData(Verbs.Answer)]
    public void An_old_press_brings_nobody_back(string verb)
    {
        _chat.Says("remind me weekdays at 10:30");
        var nudge = _chat.Nudged();
        _chat.Forget();

        _chat.Presses(verb, nudge, ("zone", "Europe/Berlin"), ("answer", "yes"));

        Assert.Null(_chat.Last.After);
        Assert.Empty(_chat.Effects);
        Assert.StartsWith("That was deleted, or was never mine to keep", _chat.Text);
        Assert.NotEmpty(_chat.Titles);
    }

    [Theory]
    [InlineData(Verbs.Ask, "Walking may calm you.")]
    [InlineData(Verbs.More, "More of calm.")]
    [InlineData(Verbs.Why, "Walking may calm you.")]
    [InlineData(Verbs.Help, "Ask me about walking")]
    [InlineData(Verbs.Remind, "At what time?")]
    public void What_needs_nobody_is_answered_and_nothing_is_kept(string verb, string start)
    {
        _chat.Presses(verb, null, ("topic", "stress"), ("tip", "t2"));

        Assert.StartsWith(start, _chat.Text);
        Assert.Null(_chat.Last.After);
        Assert.Empty(_chat.Effects);
    }
}
