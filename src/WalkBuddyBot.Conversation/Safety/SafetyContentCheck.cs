namespace WalkBuddyBot.Conversation.Safety;

/// <summary>The check of the safety files: what is wrong, in which file, on which line.</summary>
public static class SafetyContentCheck
{
    /// <summary>Every mistake in <c>safety/*.yaml</c> below a content folder; none when all is well.</summary>
    public static IEnumerable<(string File, int Line, string What)> Check(string folder) =>
        Directory.Exists(folder)
            ? BookReader.Read(folder).Mistakes.Select(mistake => ($"safety/{mistake.File}", mistake.Line, mistake.What))
            : []; // Whoever asked for the folder says that it is not there.
}
