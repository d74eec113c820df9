using System.Collections.Immutable;

namespace WalkBuddyBot.Domain;

/// <summary>The bank of tips.</summary>
public interface ITips
{
    /// <summary>All of them, in the order of the files.</summary>
    ImmutableArray<Tip> All { get; }

    /// <summary>One by its id, or null.</summary>
    Tip? Find(string id);
}
