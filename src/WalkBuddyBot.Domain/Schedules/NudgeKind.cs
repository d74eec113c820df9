namespace WalkBuddyBot.Domain;

/// <summary>What a nudge is for. A string and no enum, so that a new kind is one class in one place.</summary>
public readonly record struct NudgeKind(string Id)
{
    /// <summary>A reminder to take a walk.</summary>
    public static NudgeKind Walk { get; } = new("walk");

    /// <summary>A short tip, on a rhythm of its own.</summary>
    public static NudgeKind Tip { get; } = new("tip");

    /// <inheritdoc/>
    public override string ToString() => Id;
}
