namespace WalkBuddyBot.Conversation.Safety;

/// <summary>How a sign was found in a message.</summary>
/// <param name="Reality">How real it is.</param>
/// <param name="Other">Whether it is about somebody else.</param>
/// <param name="New">Whether its sentence says it is new.</param>
internal readonly record struct Evidence(Reality Reality, bool Other, bool New)
{
    public static Evidence Nothing { get; } = new(Reality.Dropped, Other: false, New: false);

    /// <summary>Both are needed: the weaker decides.</summary>
    public Evidence And(Evidence with) => new(Reality < with.Reality ? Reality : with.Reality, Other && with.Other, New || with.New);

    /// <summary>Either will do: the stronger decides.</summary>
    public Evidence Or(Evidence with) => with.Reality > Reality || (with.Reality == Reality && Other && !with.Other) ? with : this;
}
