using CsCheck;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Words;

/// <summary>How far apart two words are.</summary>
public sealed class EditDistanceTests
{
    private static readonly Gen<string> Words = Gen.Char['a', 'e'].Array[3, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("circulaton", "circulation", true)]
    [InlineData("cirulaton", "circulation", true)]
    [InlineData("cirulatn", "circulation", false)]
    [InlineData("ab", "ba", true)]
    [InlineData("reminder", "reminder", true)]
    [InlineData("stop", "stopping", false)]
    public void Two_slips_are_seen(string typed, string meant, bool within) => Assert.Equal(within, EditDistance.IsWithinTwo(typed, meant));

    [Fact]
    public void One_slip_is_within_two_and_two_words_are_as_near_both_ways() => Gen.Select(Words, Words).Always(
        (one, other) =>
        {
            Assert.Equal(EditDistance.IsWithinTwo(one, other), EditDistance.IsWithinTwo(other, one));
            Assert.True(!EditDistance.IsOneSlip(one, other) || EditDistance.IsWithinTwo(one, other));
        },
        cases: 5_000);

    [Theory]
    [InlineData("wlak", "walk", true)]
    [InlineData("wallk", "walk", true)]
    [InlineData("waalk", "walk", true)]
    [InlineData("walj", "walk", false)]
    public void Fingers_swap_and_double(string typed, string meant, bool easy) => Assert.Equal(easy, EditDistance.IsEasy(typed, meant));
}
