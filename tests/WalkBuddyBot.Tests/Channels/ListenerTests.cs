using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Hearing;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Channels;

public sealed class ListenerTests
{
    private static readonly BotActivity Message = new()
    {
        Type = ActivityTypes.Message,
        Id = "7",
        ChannelId = "webchat",
        From = new ChannelAccount { Id = "dl_1" },
        Recipient = new ChannelAccount { Id = "bot" },
        Conversation = new ConversationAccount { Id = "conversation" },
        Text = "  why walk?  ",
        Locale = "en-GB",
        LocalTimezone = "Europe/Berlin",
    };

    [Fact]
    public void Words_are_heard_with_who_said_them_and_where()
    {
        var heard = Listener.Hear(Message, "here")!;

        Assert.Equal(("webchat|conversation|7", "why walk?"), (heard.Key, heard.Text));
        Assert.Equal(Some.WebChat, heard.From);
        Assert.Equal(("Europe/Berlin", "en-GB"), (heard.ZoneHint, heard.Language));
        Assert.Null(heard.Verb);
    }

    [Fact]
    public void A_press_brings_its_verb_what_it_is_about_and_its_inputs()
    {
        var about = Some.Nudge().Id;

        var heard = Hear($$"""{"verb":"snooze","about":"{{about.Value:N}}","minutes":"30"}""", text: null)!;

        Assert.Equal((Verbs.Snooze, about, "30"), (heard.Verb, heard.About!.Value, heard.Inputs["minutes"]));
        Assert.Single(heard.Inputs);
        Assert.Null(heard.Text);
    }

    [Fact]
    public void A_foreign_verb_is_passed_on_as_it_is()
    {
        Assert.Equal("launch", Hear("""{"verb":"launch"}""", text: null)!.Verb);
    }

    [Theory]
    [InlineData("""{"verb":"joined"}""")]
    [InlineData("""{"verb":"Joined"}""")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{"verb":null}""")]
    [InlineData("""{"verb":""}""")]
    [InlineData("""{"verb":["walked"]}""")]
    [InlineData("""{"Verb":"walked"}""")]
    [InlineData("""["verb","walked"]""")]
    [InlineData("\"walked\"")]
    [InlineData("12")]
    [InlineData("null")]
    public void A_value_without_a_proper_verb_is_no_press_and_no_silence(string value)
    {
        var heard = Hear(value, text: null)!;

        Assert.Equal((null, ""), (heard.Verb, heard.Text));
        Assert.Empty(heard.Inputs);
    }

    [Fact]
    public void Nobody_becomes_somebody_else_by_what_they_send()
    {
        var heard = Hear("""{"verb":"stop","from":{"id":"dl_2"},"conversation":"other","person":"x","channelId":"msteams","tenant":"t"}""", text: null)!;

        Assert.Equal(Some.WebChat, heard.From);
        Assert.Equal("webchat|conversation|7", heard.Key);
    }

    [Fact]
    public void Huge_and_strange_inputs_are_left_out()
    {
        var many = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"i{i}\":\"x\""));
        var value = $$"""{"verb":"answer","number":5,"nested":{"a":"b"},"list":["a"],"long":"{{new string('x', 2001)}}","{{new string('n', 65)}}":"x",{{many}}}""";

        var heard = Hear(value, text: null)!;

        Assert.Equal(16, heard.Inputs.Count);
        Assert.All(heard.Inputs, input => Assert.Equal(('i', "x"), (input.Key[0], input.Value)));
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("")]
    public void An_id_that_is_none_is_about_nothing(string about)
    {
        Assert.Null(Hear($$"""{"verb":"walked","about":"{{about}}"}""", text: null)!.About);
    }

    [Fact]
    public void A_verb_beyond_reason_is_no_press()
    {
        Assert.Null(Hear($$"""{"verb":"{{new string('v', 65)}}"}""", text: null)!.Verb);
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("de<script>", "en")]
    [InlineData("de-AT", "de-AT")]
    public void A_language_is_a_language_tag_or_English(string? locale, string language)
    {
        Assert.Equal(language, Listener.Hear(Message with { Locale = locale }, "here")!.Language);
    }

    [Fact]
    public void A_newcomer_is_greeted_and_the_bot_itself_is_not()
    {
        var update = Message with
        {
            Type = ActivityTypes.ConversationUpdate,
            Text = null,
            From = new ChannelAccount { Id = "somebody" },
            MembersAdded = [new ChannelAccount { Id = "bot" }, new ChannelAccount { Id = "dl_1" }],
        };

        Assert.Equal((Verbs.Joined, Some.WebChat), (Listener.Hear(update, "here")!.Verb, Listener.Hear(update, "here")!.From));
        Assert.Null(Listener.Hear(update with { MembersAdded = [new ChannelAccount { Id = "bot" }] }, "here"));
        Assert.Null(Listener.Hear(update with { MembersAdded = null }, "here"));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("invoke")]
    [InlineData("endOfConversation")]
    public void Other_activities_are_passed_over(string type)
    {
        Assert.Null(Listener.Hear(Message with { Type = type }, "here"));
    }

    [Fact]
    public void An_activity_that_does_not_say_who_where_or_which_is_passed_over()
    {
        Assert.Null(Listener.Hear(Message with { Id = null }, "here"));
        Assert.Null(Listener.Hear(Message with { From = null }, "here"));
        Assert.Null(Listener.Hear(Message with { Conversation = null }, "here"));
        Assert.Null(Listener.Hear(Message with { ChannelId = null }, "here"));
    }

    [Theory]
    [InlineData("personal", null, Scope.Personal)]
    [InlineData(null, null, Scope.Personal)]
    [InlineData(null, true, Scope.Group)]
    [InlineData("groupChat", true, Scope.Group)]
    [InlineData("channel", true, Scope.Team)]
    public void The_scope_says_how_many_share_the_conversation(string? type, bool? isGroup, Scope scope)
    {
        var conversation = new ConversationAccount { Id = "c", ConversationType = type, IsGroup = isGroup };

        Assert.Equal(scope, Listener.Hear(Message with { Conversation = conversation }, "here")!.From.Scope);
    }

    private static Heard? Hear(string value, string? text) =>
        Listener.Hear(Message with { Text = text, Value = JsonDocument.Parse(value).RootElement }, "here");
}
