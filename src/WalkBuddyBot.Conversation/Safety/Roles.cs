namespace WalkBuddyBot.Conversation.Safety;

/// <summary>The sets of words that say how a sign stands, by the names they carry in <c>roles.yaml</c>.</summary>
internal sealed record Roles(
    int Denial, int NotDenial, int Clear, int Listing, int WithoutIt, int Doubling, int AsNever,
    int Past, int Present, int Gone, int Happening, int Recent, int Newly,
    int WhatIf, int NotWhatIf, int Asks, int Filler, int Frame,
    int Self, int Other, int Creature, int Told, int Averting, int Possessive, int Preposition, int No)
{
    /// <summary>The names, in the order of the parameters.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "denial", "not-denial", "clear", "listing", "without", "doubling", "as-never",
        "past", "present", "gone", "happening", "recent", "newly",
        "what-if", "not-what-if", "asks", "filler", "frame",
        "self", "other", "creature", "told", "averting", "possessive", "preposition", "no",
    ];

    public static Roles From(IReadOnlyDictionary<string, int> sets)
    {
        var at = 0;
        int Next() => sets[Names[at++]];
        return new(
            Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(),
            Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next());
    }
}
