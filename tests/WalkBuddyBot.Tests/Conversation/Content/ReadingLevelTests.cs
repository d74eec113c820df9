using WalkBuddyBot.Conversation.Content.Checks;

namespace WalkBuddyBot.Tests.Conversation.Content;

/// <summary>How hard a text is to read, against counts made by hand.</summary>
public sealed class ReadingLevelTests
{
    [Theory]
    [InlineData("walk", 1)]
    [InlineData("walked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("pace", 1)]
    [InlineData("little", 2)]
    [InlineData("tree", 1)]
    [InlineData("the", 1)]
    [InlineData("whole", 1)]
    [InlineData("muscle", 2)]
    [InlineData("inflammation", 4)]
    [InlineData("calm", 1)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables)
    {
        Assert.Equal(syllables, ReadingLevel.SyllablesOf(word));
    }

    [Fact]
    public void The_grade_is_that_of_the_formula()
    {
        // Two sentences, twelve words, thirteen syllables.
        var grade = ReadingLevel.GradeOf("The cat sat on the mat. It was a fat cat, really.");

        Assert.Equal((0.39 * 12 / 2) + (11.8 * 13 / 12) - 15.59, grade, precision: 6);
    }

    [Fact]
    public void A_semicolon_lets_one_breathe_and_the_stretches_know_their_place()
    {
        Assert.Equal([(0, 2), (10, 3), (27, 1)], ReadingLevel.Stretches("One, two; three four five. Six."));
    }

    [Fact]
    public void Nothing_is_not_hard()
    {
        Assert.Equal(0, ReadingLevel.GradeOf("10:30"));
    }
}
