namespace WalkBuddyBot.Conversation.Understanding.Words;

/// <summary>A word without the endings that make another form of it.</summary>
internal static class Endings
{
    private const int LeastStem = 3;

    private static readonly (string Ending, string Instead)[] All =
    [
        ("s", ""), ("ses", "s"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
        ("er", ""), ("er", "e"), ("ers", ""), ("est", ""), ("ly", ""),
        ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"),
    ];

    /// <summary>What it may be a form of.</summary>
    public static IEnumerable<string> Of(string word) => All
        .Where(form => word.Length >= form.Ending.Length + LeastStem && word.EndsWith(form.Ending, StringComparison.Ordinal)
            && !(form.Ending == "s" && word.EndsWith("ss", StringComparison.Ordinal)))
        .Select(form => word[..^form.Ending.Length] + form.Instead);
}
