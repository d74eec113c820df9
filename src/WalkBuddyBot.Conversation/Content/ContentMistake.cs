namespace WalkBuddyBot.Conversation.Content;

/// <summary>Something wrong in a content file.</summary>
/// <param name="File">The file, as a path that can be opened.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">What is wrong, and what would be right.</param>
public sealed record ContentMistake(string File, int Line, string What)
{
    /// <summary>For a terminal: <c>file:line: what</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {What}";

    /// <summary>In the form a build shows as an error at its line.</summary>
    public string ForBuild() => $"{File}({Line}): error CONTENT: {What}";

    /// <summary>In one form or the other.</summary>
    internal string Say(bool forBuild) => forBuild ? ForBuild() : ToString();
}
