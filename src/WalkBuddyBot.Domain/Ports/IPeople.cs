namespace WalkBuddyBot.Domain;

/// <summary>People one after another, for an operator's look ahead. Reads only.</summary>
public interface IPeople
{
    /// <summary>Everyone who has a reminder or a nudge that waits. Whoever cannot be read is left out.</summary>
    IAsyncEnumerable<PersonFacts> WithNudgesAsync(CancellationToken cancellationToken);

    /// <summary>One by their id, or null.</summary>
    Task<PersonFacts?> FindAsync(PersonId id, CancellationToken cancellationToken);
}
