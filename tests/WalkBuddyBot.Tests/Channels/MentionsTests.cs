using System.Text.Json;
using CsCheck;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Channels.Hearing;

namespace WalkBuddyBot.Tests.Channels;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("<at>Buddy</at> help", "help")]
    [InlineData("help <at>Buddy</at>", "help")]
    [InlineData("<at>Buddy</at>&nbsp;why\u00a0does <at>BUDDY</at>  it help?", "why does it help?")]
    [InlineData("<at>Buddy</at>", "")]
    [InlineData("tell <at>Bo</at> about Buddy", "tell <at>Bo</at> about Buddy")]
    [InlineData("<at>Somebody</at> help", "<at>Somebody</at> help")]
    [InlineData("<a<at>Buddy</at>t>Buddy</at> help", "help")]
    [InlineData("&nb<at>Buddy</at>sp;help", "help")]
    [InlineData("  a \n  b ", "a \n b")]
    public void The_mention_of_the_bot_is_taken_out_and_nothing_else(string text, string left)
    {
        Assert.Equal(left, Mentions.Strip(text, Mentioning("<at>Buddy</at>")));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""[7, null, {"type":"mention"}, {"type":"mention","mentioned":"bot","text":"x"}, {"type":"mention","mentioned":{"id":"bot"}}]""")]
    [InlineData("""[{"type":"mention","mentioned":{"id":"bot"},"text":" "}]""")]
    [InlineData("""[{"type":"mention","mentioned":{"id":"somebody"},"text":"words"}]""")]
    public void What_is_no_mention_of_the_bot_takes_nothing_out(string entities)
    {
        var activity = Mentioning("") with { Entities = JsonDocument.Parse(entities).RootElement };

        Assert.Equal("some words", Mentions.Strip("some words", activity));
    }

    [Fact]
    public void Doing_it_twice_changes_nothing_more() =>
        Gen.Select(OneOf("<at>B</at>", "ab", "<at>B C</at>", "&nbsp;", "a", "b a"), Piece.Array[0, 12]).Always((mention, pieces) =>
        {
            var activity = Mentioning(mention);

            var once = Mentions.Strip(string.Concat(pieces), activity);

            Assert.Equal(once, Mentions.Strip(once, activity));
        });

    private static Gen<string> Piece { get; } =
        OneOf("<at>", "</at>", "<at>B</at>", "<AT>b</at>", "B", "C", " ", "\u00a0", "&nbsp;", "&nb", "sp;", "a", "b", "\n", "word");

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static BotActivity Mentioning(string text) => new()
    {
        Type = ActivityTypes.Message,
        Recipient = new ChannelAccount { Id = "bot" },
        Entities = JsonSerializer.SerializeToElement(new object[]
        {
            new { type = "mention", mentioned = new { id = "bot", name = "Buddy" }, text },
            new { type = "mention", mentioned = new { id = "bo" }, text = "<at>Bo</at>" },
        }),
    };
}
