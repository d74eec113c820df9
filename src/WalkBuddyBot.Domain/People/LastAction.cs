using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Domain;

/// <summary>What was done last in a talk.</summary>
/// <param name="Label">The intent that it followed from.</param>
/// <param name="At">When.</param>
/// <param name="Slots">What the words named.</param>
/// <param name="Place">The place, from 1, of the one reminder that it changed in the list of before; null where it was not one.</param>
/// <param name="Of">How many reminders that list had.</param>
public sealed record LastAction(string Label, Instant At, ImmutableDictionary<string, string> Slots, int? Place = null, int Of = 0);
