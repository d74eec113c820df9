using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Sending;

/// <summary>What was read for a batch of nudges.</summary>
/// <param name="People">Their people; who is gone is left out, and null where a row cannot be read.</param>
/// <param name="Sinks">The sink that speaks at each address where somebody was heard.</param>
/// <param name="Went">How many nudges went out to each person since <paramref name="Since"/>.</param>
/// <param name="Since">In milliseconds.</param>
internal sealed record Known(
    Dictionary<PersonId, PersonFacts?> People, Dictionary<AddressId, string> Sinks, Dictionary<PersonId, long> Went, long Since)
{
    public static Known Nothing { get; } = new([], [], [], Since: 0);
}
