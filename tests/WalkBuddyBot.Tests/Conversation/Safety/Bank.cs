using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>The files of messages beside this one, and the rules as they ship.</summary>
internal static class Bank
{
    public static string Content { get; } = Path.Combine(Tree.Root, "src", "WalkBuddyBot.Conversation", "Content");

    public static SafetyRules Rules { get; } = SafetyRules.Load(Content, new SafetyOptions());

    public static IReadOnlyList<(string Expected, string Text)> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Tree.Root, "tests", "WalkBuddyBot.Tests", "Conversation", "Safety", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1]))];

    /// <summary>The letter that the files use for a level.</summary>
    public static string Letter(SafetyFinding finding) => finding.Level switch
    {
        SafetyLevel.Emergency => "E",
        SafetyLevel.Crisis => "C",
        SafetyLevel.SameDay => "D",
        SafetyLevel.SeeSoon => "S",
        _ => "-",
    };

    public static string Screen(string text) => Letter(Rules.Assess(text));
}
