using NodaTime;

namespace WalkBuddyBot.EndToEnd.Faults.Seeding;

/// <summary>One nudge that somebody is to have: what the oracle knows, from the drill alone.</summary>
/// <param name="Conversation">Whose.</param>
/// <param name="Slot">The local time they asked for, as <c>2026-11-24T09:00:00</c>.</param>
/// <param name="Due">The instant that is.</param>
internal sealed record Expected(string Conversation, string Slot, Instant Due);
