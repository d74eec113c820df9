using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Json;

/// <summary>What of a person only code reads: kept as JSON beside the columns that queries need.</summary>
internal sealed record PersonBody(
    Standing Standing, Plan Plan, Hours? Fence, Hours? Quiet, DialogState? Dialog, UndoStep? Undo, Alarmed? Alarmed)
{
    /// <summary>Null in rows that are older than it, and while there are none.</summary>
    public ImmutableArray<ShownTip>? TipsAsked { get; init; }

    public ImmutableArray<DialogState>? Parked { get; init; }

    public Instant? LeftAt { get; init; }

    public static PersonBody Of(Person person) =>
        new(person.Standing, person.Plan, person.Fence, person.Quiet, person.Dialog, person.Undo, person.Alarmed)
        {
            LeftAt = person.LeftAt,
            TipsAsked = person.TipsAsked.IsDefaultOrEmpty ? null : person.TipsAsked,
            Parked = person.Parked,
        };
}
