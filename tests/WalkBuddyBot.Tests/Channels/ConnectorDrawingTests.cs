using System.Text;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Channels;

public sealed class ConnectorDrawingTests
{
    private static readonly ConnectorDrawing Teams = new("msteams", executes: true);

    [Fact]
    public void Choices_say_their_titles_six_at_most()
    {
        var drawn = Teams.Draw(Reply.Say("Choose.", [.. Enumerable.Range(1, 9).Select(i => Choice.Of($"Way {i}", Verbs.Help))]), "en");

        Assert.Equal(6, drawn.SuggestedActions!.Actions.Count);
        Assert.All(drawn.SuggestedActions.Actions, action => Assert.Equal(("imBack", action.Title), (action.Type, action.Value!.Value.GetString())));
        Assert.Equal(("plain", "Choose."), (drawn.TextFormat, drawn.Text));
        Assert.Null(drawn.Attachments);
    }

    [Fact]
    public void A_card_comes_without_suggested_actions_and_with_what_is_spoken_and_notified()
    {
        var card = new CardModel.Nudge("A walk?", null, "Tip.", "Source.", "Footer.");

        var drawn = Teams.Draw(Reply.Say("A walk?", Choice.Of("I walked", Verbs.Walked)) with { Card = card, Urgency = Urgency.Nudge }, "en");

        Assert.Null(drawn.SuggestedActions);
        Assert.Equal(("A walk?", "A walk?"), (drawn.Speak, drawn.Summary));
        Assert.Equal(Attachment.AdaptiveCard, Assert.Single(drawn.Attachments!).ContentType);
    }

    [Fact]
    public void A_card_too_large_to_be_taken_is_said_in_words()
    {
        var card = new CardModel.Nudge("A walk?", null, new string('x', 24 * 1024), "Source.", "Footer.");

        var drawn = Teams.Draw(Reply.Say("A walk?", Choice.Of("I walked", Verbs.Walked)) with { Card = card }, "en");

        Assert.Equal("A walk?", drawn.Text);
        Assert.Null(drawn.Attachments);
        Assert.Single(drawn.SuggestedActions!.Actions);
    }

    [Fact]
    public void An_export_is_a_file_in_web_chat()
    {
        var drawn = new WebChatDrawing().Draw(Reply.Say("Here it is.") with { Card = new CardModel.Export("{\"zone\": \"Ü\"}") }, "en");

        var file = Assert.Single(drawn.Attachments!);
        Assert.Equal(("application/json", "walkbuddy-data.json"), (file.ContentType, file.Name));
        var data = file.ContentUrl!["data:application/json;base64,".Length..];
        Assert.Equal("{\"zone\": \"Ü\"}", Encoding.UTF8.GetString(Convert.FromBase64String(data)));
        Assert.Equal("Here it is.", drawn.Text);
    }

    [Theory]
    [InlineData("{}", "```")]
    [InlineData("{\"a\": \"```\"}", "````")]
    public void An_export_is_text_elsewhere_in_a_fence_that_nothing_in_it_closes(string json, string fence)
    {
        var drawn = Teams.Draw(Reply.Say("Here it is.") with { Card = new CardModel.Export(json) }, "en");

        Assert.Equal($"Here it is.\n\n{fence}json\n{json}\n{fence}", drawn.Text);
        Assert.Equal(("markdown", "Here it is."), (drawn.TextFormat, drawn.Speak));
    }

    [Fact]
    public void A_long_export_comes_in_parts_that_make_the_whole()
    {
        var json = string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"  \"line {i}\": \"\ud83d\udeb6\",")) + new string('\u00fc', 20_000);
        var whole = Reply.Say("Here it is.", Choice.Of("Help", Verbs.Help)) with { Card = new CardModel.Export(json) };

        var pages = ExportPages.For("msteams", [Reply.Say("First."), whole]);

        var parts = pages.Skip(1).Select(page => ((CardModel.Export)page.Card!).Json!).ToList();
        Assert.Equal(json, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 8000));
        Assert.StartsWith("Here it is. (1/", pages[1].Text);
        Assert.All(pages.Skip(1).SkipLast(1), page => Assert.Empty(page.Choices));
        Assert.Single(pages[^1].Choices);
        Assert.Equal(whole, Assert.Single(ExportPages.For(Address.WebChat, [whole])));
    }

    [Fact]
    public void A_channel_without_a_drawing_of_its_own_gets_the_plain_one()
    {
        var drawings = new Drawings([new WebChatDrawing(), Teams, new ConnectorDrawing(ConnectorDrawing.Any, executes: false)]);

        Assert.Same(Teams, drawings.For("msteams"));
        Assert.Equal(ConnectorDrawing.Any, drawings.For("emulator").Channel);
        Assert.Equal(Address.WebChat, drawings.For("webchat").Channel);
    }
}
