using System.Text.RegularExpressions;
using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>What people see is plain, calm text: no links, no Markdown, no shouting, and at most one emoji.</summary>
internal sealed partial class PlainTextCheck : IContentCheck
{
    private static readonly (Regex Found, string What)[] Rules =
    [
        (Link(), "a link leads out of the chat; say in words where to look"),
        (Markdown(), "Markdown is shown as it is written; use plain words"),
        (Shouting(), "marks in a row shout; one is enough"),
        (Capitals(), "capitals shout; write the word as usual"),
        (Gap(), "two spaces stand in a row; leave one"),
        (Emojis(), "one emoji is the most in a message"),
    ];

    public IEnumerable<ContentMistake> Check(ContentFolder folder) =>
        from text in SeenText.Of(folder)
        from rule in Rules
        let found = rule.Found.Match(text.Words.Text)
        where found.Success
        select text.File.Mistake(text.Words.LineAt(found.Index), $"\"{found.Value.Trim()}\": {rule.What}");

    [GeneratedRegex(@"https?:\S*|\bwww\.\S+|\b[\w-]+\.(?:com|org|net|io)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*|__|`|\]\(|^#+ |^[-*] |<\w+>|\*\w+\*", RegexOptions.Multiline)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"[!?]\s*!|!\s*\?|\?{2,}|!.*!")]
    private static partial Regex Shouting();

    [GeneratedRegex(@"(?<![\w{])(?!UTF|JSON|UTC)[A-Z]{4,}(?!\w)")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\S+  +\S+")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?:[\u2600-\u27BF]|[\uD83C-\uD83E][\uDC00-\uDFFF]).*(?:[\u2600-\u27BF]|[\uD83C-\uD83E][\uDC00-\uDFFF])")]
    private static partial Regex Emojis();
}
