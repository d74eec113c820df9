namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>
/// Words and where they stand. The written line breaks are kept beside the running text, so that any place in it has its line.
/// </summary>
/// <param name="Written">As in the file, lines trimmed.</param>
/// <param name="Line">The line of the first word.</param>
internal sealed record Passage(string Written, int Line)
{
    /// <summary>As running text: every line break is one space, so offsets are the same in both.</summary>
    public string Text { get; } = Written.Replace('\n', ' ');

    public int LineAt(int offset) => Line + Written.AsSpan(0, offset).Count('\n');
}
