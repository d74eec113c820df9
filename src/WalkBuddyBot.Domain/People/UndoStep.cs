using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What a person's last change took the place of, kept for a while so that one word brings it back.</summary>
/// <param name="What">The key of the phrase that names the change, such as <c>undo.reminder</c>.</param>
/// <param name="Until">After this instant it is too late.</param>
/// <param name="Standing">The standing before.</param>
/// <param name="Zone">The zone before.</param>
/// <param name="Schedules">The schedules before.</param>
/// <param name="Walk">A walk that was noted and would be taken back.</param>
/// <param name="Rules">The plan and the hours before; null where the change did not touch them.</param>
/// <param name="Walks">How many walks like <paramref name="Walk"/> were noted at once; null for one.</param>
public sealed record UndoStep(
    string What, Instant Until, Standing Standing, string? Zone, ImmutableArray<Schedule> Schedules, LoggedWalk? Walk,
    PersonRules? Rules = null, int? Walks = null);
