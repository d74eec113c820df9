using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Classifying;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Classifying;

public sealed class ClassifierTextTests
{
    [Theory]
    [InlineData("Remind me at 9am on Tuesday!", "remind me at <time> on <day>")]
    [InlineData("remind me at half past six", "remind me at <time>")]
    [InlineData("I walked 20 minutes", "i walked <number> minutes")]
    [InlineData("Why does sitting hurt?", "why does sitting hurt ?")]
    [InlineData("im in Europe/Berlin", "i am <zone>")]
    [InlineData("", "")]
    [InlineData("?!", "?")]
    public void What_tells_nothing_of_the_wish_is_masked(string text, string words)
    {
        Assert.Equal(words, Of(text));
    }

    [Theory]
    [InlineData("weekdays at 9:15", "every friday at 17:45")]
    [InlineData("i did 3 miles", "i did 14 miles")]
    public void Two_messages_that_differ_in_a_number_or_a_day_differ_in_nothing_else(string one, string other)
    {
        var (first, second) = (Of(one), Of(other));

        Assert.DoesNotContain(first + second, char.IsDigit);
        Assert.Equal(first.Contains("<time>", StringComparison.Ordinal), second.Contains("<time>", StringComparison.Ordinal));
    }

    [Fact]
    public void The_encoder_reads_an_ordinary_word_for_every_mask()
    {
        var plain = ClassifierText.Plain(Of("remind me on tuesday at 9am from 10 to 4 in Europe/Berlin, 3 walks, 24 december"));

        Assert.DoesNotContain('<', plain);
    }

    private static string Of(string text) =>
        ClassifierText.Of(Message.Read(text, Instant.FromUtc(2026, 11, 23, 9, 0), DateTimeZone.Utc, talk: null));
}
