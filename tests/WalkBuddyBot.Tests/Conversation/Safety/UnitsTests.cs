using WalkBuddyBot.Conversation.Safety.Learning;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>How a message is cut for judging.</summary>
public sealed class UnitsTests
{
    [Fact]
    public void A_short_message_is_judged_whole_and_first() => Assert.Equal("my groin is numb", Texts("My groin is numb")[0]);

    [Fact]
    public void A_sentence_in_the_middle_of_a_story_is_judged_by_itself()
    {
        var story = "We went to the market and bought a cake for my aunt who turned eighty. My groin is numb since noon. "
            + "The weather was lovely and the dog ran about in the leaves the whole afternoon with the kids.";

        Assert.Contains("my groin is numb since noon", Texts(story));
    }

    [Fact]
    public void A_story_without_a_single_stop_is_cut_too()
    {
        var story = string.Concat(Enumerable.Repeat("walked round the park ", 200));

        Assert.All(Texts(story), text => Assert.InRange(text.Split(' ').Length, 1, Units.Longest));
        Assert.NotEmpty(Texts(story));
    }

    [Theory]
    [InlineData("and ")]
    [InlineData("a, ")]
    [InlineData("no. ")]
    public void Stretches_grow_no_faster_than_the_message(string unit)
    {
        var once = Texts(string.Concat(Enumerable.Repeat(unit, 500))).Count;
        var fourTimes = Texts(string.Concat(Enumerable.Repeat(unit, 2_000))).Count;

        Assert.InRange(fourTimes, 0, (once * 5) + 8);
    }

    private static List<string> Texts(string text)
    {
        var message = Bank.Rules.Book.Reader.Read(text);
        return [.. Units.Of(message).Select(unit => UnitTerms.Text(message, unit))];
    }
}
