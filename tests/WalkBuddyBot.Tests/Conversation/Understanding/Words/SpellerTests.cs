using CsCheck;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Words;

/// <summary>Slips mended by the words of the content.</summary>
public sealed class SpellerTests
{
    private static readonly Speller Speller = new(
        WordCounts.Of(
        [
            new("t", "topics/one.md", "Walking keeps the muscles of your back strong. Inflammation and circulation. Stress, balance and flexibility. Walnut."),
            new("u", "utterances/a.yaml", string.Join('\n', Enumerable.Repeat("remind me to walk my back pain would heal about much", 200))),
            new("v", "utterances/b.yaml", string.Join('\n', Enumerable.Repeat("the park bench", 40)) + "\na pakr\nbank"),
        ]),
        ["brain", "wake", "sleep", "fever", "people"]);

    [Theory]
    [InlineData("my mucsles hurt", "my muscles hurt")]
    [InlineData("inflamation and circluation", "inflammation and circulation")]
    [InlineData("STRES at work", "stress at work")]
    [InlineData("flexability, balence?", "flexibility, balance?")]
    [InlineData("remimd me", "remind me")]
    [InlineData("emind me", "remind me")]
    [InlineData("wuld it heal", "would it heal")]
    [InlineData("backpain", "back pain")]
    [InlineData("in the pakr", "in the park")]
    [InlineData("peeople", "people")]
    public void A_slip_is_mended(string typed, string meant) => Assert.Equal(meant, Speller.Mend(typed));

    [Theory]
    [InlineData("my brain")]
    [InlineData("backs and muscles, walked and walker")]
    [InlineData("at 10am on 3rd, 15:30, 1k steps")]
    [InlineData("europe/berln is my zone")]
    [InlineData("write to ana@walkng.example or www.walkng.example")]
    [InlineData("i'm in lima, peru")]
    [InlineData("fever")]
    [InlineData("xqzzt blorf")]
    [InlineData("monday tuesday weekdays")]
    [InlineData("ca va")]
    public void What_is_no_slip_stays(string text) => Assert.Equal(text, Speller.Mend(text));

    [Fact]
    public void What_was_mended_stays_as_it_is_and_no_text_is_too_strange() => Gen.String.Always(
        text =>
        {
            var mended = Speller.Mend(text);

            Assert.Equal(mended, Speller.Mend(mended));
        },
        cases: 3_000);

    [Fact]
    public void A_very_long_text_is_cut_before_it_is_read() =>
        Assert.InRange(Speller.Mend(new string('a', 100_000)).Length, 0, 1_010);
}
