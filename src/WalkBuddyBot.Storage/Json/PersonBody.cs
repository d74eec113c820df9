using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Json;

/// <summary>What of a person only code reads: kept as JSON beside the columns that queries need.</summary>
internal sealed record PersonBody(
    Standing Standing, Plan Plan, Hours? Fence, Hours? Quiet, DialogState? Dialog, UndoStep? Undo, Alarmed? Alarmed)
{
    // Somebody who has only a plan is like many; whose talk goes on is like nobody.
    private static readonly SharedJson<PersonBody> Shared =
        new(body => body is { Dialog: null, Undo: null, Alarmed: null, Parked: null, TipsAsked: null });

    /// <summary>Null in rows that are older than it, and while there are none.</summary>
    public ImmutableArray<ShownTip>? TipsAsked { get; init; }

    public ImmutableArray<DialogState>? Parked { get; init; }

    public Instant? LeftAt { get; init; }

    public string? ZoneAsked { get; init; }

    /// <exception cref="UnreadableRowException">The text is not what was written here.</exception>
    public static PersonBody Read(string text) => Shared.Read(text);

    public static PersonBody Of(Person person) =>
        new(person.Standing, person.Plan, person.Fence, person.Quiet, person.Dialog, person.Undo, person.Alarmed)
        {
            LeftAt = person.LeftAt,
            ZoneAsked = person.ZoneAsked,
            TipsAsked = person.TipsAsked.IsDefaultOrEmpty ? null : person.TipsAsked,
            Parked = person.Parked,
        };
}
