using Microsoft.Extensions.Logging.Abstractions;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Safety.Learning;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>The files of messages beside this one, and the rules as they ship.</summary>
internal static class Bank
{
    public static string Content { get; } = Path.Combine(Tree.Root, "src", "WalkBuddyBot.Conversation", "Content");

    public static SafetyRules Rules { get; } = SafetyRules.Load(Content, new SafetyOptions());

    /// <summary>The rules with what was learnt beside the program.</summary>
    public static ISafetyRules Learned { get; } = new LearnedRules(
        Rules, new LearnedSafety(Rules.Book, () => UniversalSentenceEncoder.Load(UnderstandingFolders.Encoder), UnderstandingFolders.Safety,
            NullLogger<LearnedSafety>.Instance));

    /// <summary>Messages that the rules alone know for what they are: each with the letter of its level.</summary>
    public static IReadOnlyList<(string Expected, string Text)> Dangers { get; } = [.. Known().Where(one => one.Expected is not ("-" or "N"))];

    /// <summary>Messages that the rules alone pass: N is ordinary chat that gets no safety words at all.</summary>
    public static IReadOnlyList<(string Expected, string Text)> Innocent { get; } = [.. Known().Where(one => one.Expected is "-" or "N")];

    /// <summary>Messages that nothing was tuned on when they were first tried: levels that will do, a group, the message.</summary>
    public static IReadOnlyList<(string[] Levels, string Group, string Text)> Fresh(string file) =>
        [.. File.ReadLines(Path.Combine(Tree.Root, "tests", "WalkBuddyBot.Tests", "Conversation", "Safety", file))
            .Select(line => line.Split('\t')).Select(parts => (parts[0].Split('|'), parts[1], parts[2]))];

    private static IEnumerable<(string Expected, string Text)> Known() =>
        from path in Directory.EnumerateFiles(Path.Combine(Content, "utterances", "safety"), "bank-*.yaml").Order(StringComparer.Ordinal)
        from entry in YamlFile.Read(Path.GetDirectoryName(path)!, Path.GetFileName(path), (_, line, what) => Assert.Fail($"{path}({line}): {what}"), "").Root.Entries
        from text in entry.Node.Items
        select (path.EndsWith("bank-innocent.yaml", StringComparison.Ordinal) ? "N" : LetterOf(entry.Key), YamlFile.Text(text));

    private static string LetterOf(string level) => level switch
    {
        "emergency" => "E",
        "crisis" => "C",
        "same-day" => "D",
        "see-soon" => "S",
        _ => "-",
    };

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
