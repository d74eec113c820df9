using WalkBuddyBot.Conversation.Safety;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>Signs as they are typed by people who are not well.</summary>
public sealed class SafetySpellingTests
{
    private const int ShortestSlipped = 5;

    [Theory]
    [InlineData("cant pee")]
    [InlineData("numbb groin")]
    [InlineData("chst pain")]
    [InlineData("sucidal")]
    [InlineData("thinking of suiside")]
    [InlineData("want to kil myself")]
    [InlineData("lost bladdr control")]
    public void A_misspelt_sign_is_a_sign(string text) => Assert.True(Bank.Screen(text) is "E" or "C", text);

    [Theory]
    [InlineData(1)]
    [InlineData(2026)]
    [InlineData(77)]
    public void One_slip_in_the_longest_word_of_a_sign_rarely_hides_it(int seed)
    {
        var slip = new Slip(seed);
        var known = Known();
        var typed = Bank.Dangers.Where(one => one.Expected is not ("D" or "S"))
            .Select(one => slip.In(one.Text, known)).OfType<string>().ToList();

        var missed = typed.Where(text => Bank.Screen(text) is not ("E" or "C")).ToList();

        Assert.True(missed.Count <= typed.Count * 0.02, $"{missed.Count} of {typed.Count}: {string.Join(" / ", missed.Take(40))}");
    }

    // The words of the lists that are long enough for an honest slip to be told from another word.
    private static HashSet<string> Known()
    {
        var file = YamlFile.Read(Bank.Content, "words.yaml", (_, _, _) => { });
        return file.Entries("sets").SelectMany(set => YamlFile.Phrases(set.Node)).SelectMany(phrase => phrase.Split(' '))
            .Where(word => word.Length >= ShortestSlipped && word.All(char.IsAsciiLetterLower)).ToHashSet(StringComparer.Ordinal);
    }
}
