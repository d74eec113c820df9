using System.Collections.Immutable;

namespace WalkBuddyBot.Conversation.Content;

/// <summary>The content files cannot be used. The message lists every mistake with its file and line.</summary>
public sealed class ContentException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public ContentException(IEnumerable<ContentMistake> mistakes)
        : this([.. mistakes])
    {
    }

    private ContentException(ImmutableArray<ContentMistake> mistakes)
        : base($"The content has mistakes ({mistakes.Length}):{Environment.NewLine}{string.Join(Environment.NewLine, mistakes)}") =>
        Mistakes = mistakes;

    /// <summary>Each mistake, by file and line.</summary>
    public ImmutableArray<ContentMistake> Mistakes { get; }
}
