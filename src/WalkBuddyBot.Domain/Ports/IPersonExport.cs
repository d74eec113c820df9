namespace WalkBuddyBot.Domain;

/// <summary>All that is kept of a person.</summary>
public interface IPersonExport
{
    /// <summary>One JSON object, indented, UTF-8 text; null when nothing is kept.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string?> ReadAsync(PersonId person, CancellationToken cancellationToken);
}
