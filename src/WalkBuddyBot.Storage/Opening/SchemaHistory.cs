namespace WalkBuddyBot.Storage.Opening;

/// <summary>The steps a database has had, against those this program knows.</summary>
internal sealed class SchemaHistory(IReadOnlyList<SchemaStep> steps)
{
    /// <summary>Notes a step that was applied.</summary>
    public const string Note =
        "INSERT INTO schema_version (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @now)";

    /// <summary>The number of the newest step.</summary>
    public int Newest => steps[^1].Number;

    /// <summary>The number of the newest step a database has; 0 for none.</summary>
    public static int Of(Session session) => (int)(session.Number("SELECT max(number) FROM schema_version") ?? 0);

    /// <summary>What a database has had, in order.</summary>
    /// <exception cref="StorageStartException">It is none that this program made.</exception>
    public IReadOnlyList<int> Applied(Session session, string name)
    {
        var applied = session.All(
            "SELECT number, checksum FROM schema_version ORDER BY number", row => (Number: row.GetInt32(0), Checksum: row.GetString(1)));
        if (applied.Exists(done => done.Number > Newest))
        {
            throw new StorageStartException(
                $"The database {name} was made by a newer version of WalkBuddyBot; start that version, or bring back a copy "
                + "from before it.");
        }

        foreach (var (number, checksum) in applied)
        {
            if (steps.FirstOrDefault(step => step.Number == number)?.Checksum != checksum)
            {
                throw new StorageStartException(
                    $"The database {name} was made with other words for schema step {number} than this program has; use the "
                    + "released program, or bring back a copy.");
            }
        }

        return applied.ConvertAll(done => done.Number);
    }

    /// <summary>The steps that are missing.</summary>
    public List<SchemaStep> Pending(IReadOnlyList<int> applied) => [.. steps.Where(step => !applied.Contains(step.Number))];

    public static StorageStartException Older(string name) =>
        new($"The database {name} is from an older version; start the service once to bring it up to date.");
}
