using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WalkBuddyBot.Storage.Opening;

/// <summary>
/// One numbered file of SQL. Once released it never changes: a change is the next number. It only adds (a table, an index, a column that
/// may be left out), because nodes are upgraded one at a time and the version before it goes on working on the same database; what nobody
/// uses any more goes a version later.
/// </summary>
internal sealed record SchemaStep(int Number, string Name, string Sql)
{
    /// <summary>The steps of a SQLite database, in order.</summary>
    public static IReadOnlyList<SchemaStep> Sqlite { get; } = Load("Sqlite");

    /// <summary>The steps of a PostgreSQL database, in order.</summary>
    public static IReadOnlyList<SchemaStep> Postgres { get; } = Load("Postgres");

    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    private static SchemaStep[] Load(string database)
    {
        var folder = $".{database}.Schema.";
        var assembly = typeof(SchemaStep).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var file = name[(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..];
                return new SchemaStep(int.Parse(file[..3], CultureInfo.InvariantCulture), file, reader.ReadToEnd());
            })];
    }
}
