using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Drawing;
using WalkBuddyBot.Channels.Hearing;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Channels;

public sealed class WebChatDrawingTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly OutgoingId About = new(new Guid("11111111-2222-8333-8444-555555555555"));

    private static readonly Reply Nudge = new(
        "10 minutes for your back?\n2 of 5 walks this week.\nTake one call on your feet.",
        "10 minutes for your back? 2 of 5 walks this week. Take one call on your feet.",
        "10-minute walk? 2 of 5 this week.",
        [
            Choice.Of("I walked", Verbs.Walked) with { About = About },
            Choice.Of("In 30 minutes", Verbs.Snooze, ("minutes", "30")) with { About = About },
            Choice.Of("Not today", Verbs.NotToday) with { About = About },
            Choice.Of("Why does this help?", Verbs.Why, ("tip", "calls")) with { About = About },
        ],
        new CardModel.Nudge(
            "10 minutes for your back?",
            "2 of 5 walks this week.",
            "Take one call on your feet.",
            "It goes with the section \"Getting Started\".",
            "You asked for this: on weekdays at 10:30 (Europe/Berlin time). Next: Tuesday 24 November at 10:30."),
        Replaces: null,
        Urgency.Nudge);

    public static TheoryData<string, Reply> Approved => new()
    {
        { "words", Reply.Say("Walking brings blood to the muscles of your back.") },
        { "choices", Reply.Say("Did you mean one of these?", Choice.Of("Circulation", Verbs.Ask, ("topic", "circulation")), Choice.Of("Help", Verbs.Help)) },
        { "nudge", Nudge },
        { "folded", Nudge with { Card = new CardModel.Folded("Logged 10 minutes. 3 of 5 walks this week."), Replaces = About } },
    };

    [Theory]
    [MemberData(nameof(Approved))]
    public void A_reply_is_drawn_as_approved(string name, Reply reply)
    {
        var file = Path.Combine(Tree.Root, "tests", "WalkBuddyBot.Tests", "Channels", "Approved", $"{name}.json");
        var drawn = JsonNode.Parse(Json(reply))!.ToJsonString(Readable);
        if (Environment.GetEnvironmentVariable("WALKBUDDY_APPROVE") == "1")
        {
            File.WriteAllText(file, drawn + "\n");
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd(), drawn.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_a_button_sends_is_heard_as_the_choice_it_was()
    {
        var sent = new WebChatDrawing().Draw(Nudge, "en").Attachments![0].Content!.Value.GetProperty("actions")[1].GetProperty("data");

        var press = Press.In(sent);

        Assert.Equal((Verbs.Snooze, About, "30"), (press.Verb, press.About!.Value, press.Inputs["minutes"]));
    }

    [Fact]
    public void A_card_has_no_words_beside_it_and_no_action_but_submit()
    {
        var activity = new WebChatDrawing().Draw(Nudge, "en");
        var card = activity.Attachments![0].Content!.Value;

        Assert.Null(activity.Text);
        Assert.Null(activity.ReplyToId);
        Assert.Equal(Nudge.Speak, card.GetProperty("speak").GetString());
        Assert.All(card.GetProperty("actions").EnumerateArray(), action => Assert.Equal("Action.Submit", action.GetProperty("type").GetString()));
        Assert.True(Encoding.UTF8.GetByteCount(card.GetRawText()) < 4096);
    }

    [Fact]
    public void No_more_than_six_buttons_are_drawn()
    {
        ImmutableArray<Choice> many = [.. Enumerable.Range(0, 9).Select(i => Choice.Of($"Choice {i}", Verbs.Ask))];

        Assert.Equal(6, new WebChatDrawing().Draw(Reply.Say("Which?", many), "en").SuggestedActions!.Actions.Count);
        Assert.Equal(6, new WebChatDrawing().Draw(Nudge with { Choices = many }, "en").Attachments![0].Content!.Value.GetProperty("actions").GetArrayLength());
    }

    [Fact]
    public void A_card_that_would_be_too_large_is_sent_as_words()
    {
        var large = Nudge with { Card = new CardModel.Folded(new string('x', 25_000)) };

        var activity = new WebChatDrawing().Draw(large, "en");

        Assert.Null(activity.Attachments);
        Assert.Equal(large.Text, activity.Text);
    }

    [Theory]
    [InlineData("10 minutes for your back?", "10 minutes for your back?")]
    [InlineData("well-known, 3.5 km (easy)", "well-known, 3.5 km (easy)")]
    [InlineData("*now* [here](x) <b> a_b `c` ~d~ \\", @"\*now\* \[here\](x) \<b\> a\_b \`c\` \~d\~ \\")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("- one", @"\- one")]
    [InlineData("# one\n+ two", "\\# one\n\\+ two")]
    [InlineData("10.5 km", @"10\.5 km")]
    [InlineData("&lt;", @"\&lt;")]
    public void Words_in_a_card_are_shown_as_they_are(string words, string literal)
    {
        Assert.Equal(literal, CardText.Literal(words));
    }

    private static string Json(Reply reply) =>
        JsonSerializer.Serialize(new WebChatDrawing().Draw(reply, "en"), WireJson.Default.BotActivity);
}
