using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WalkBuddyBot.Storage.Sqlite.Opening;

/// <summary>One numbered file of SQL. Once released it never changes: a change is the next number.</summary>
internal sealed record SchemaStep(int Number, string Name, string Sql)
{
    private const string Folder = ".Sqlite.Schema.";

    /// <summary>The steps of this program, in order.</summary>
    public static IReadOnlyList<SchemaStep> All { get; } = Load();

    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    private static SchemaStep[] Load()
    {
        var assembly = typeof(SchemaStep).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var file = name[(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
                return new SchemaStep(int.Parse(file[..3], CultureInfo.InvariantCulture), file, reader.ReadToEnd());
            })];
    }
}
