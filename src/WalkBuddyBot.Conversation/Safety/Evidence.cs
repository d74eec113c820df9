namespace WalkBuddyBot.Conversation.Safety;

/// <summary>How a sign was found in a message.</summary>
/// <param name="Standing">How real it is.</param>
/// <param name="Other">Whether it is about somebody else.</param>
/// <param name="New">Whether its sentence says it is new.</param>
internal readonly record struct Evidence(Standing Standing, bool Other, bool New)
{
    public static Evidence Nothing { get; } = new(Standing.Dropped, Other: false, New: false);

    /// <summary>Both are needed: the weaker decides.</summary>
    public Evidence And(Evidence with) => new(Standing < with.Standing ? Standing : with.Standing, Other && with.Other, New || with.New);

    /// <summary>Either will do: the stronger decides.</summary>
    public Evidence Or(Evidence with) => with.Standing > Standing || (with.Standing == Standing && Other && !with.Other) ? with : this;
}
