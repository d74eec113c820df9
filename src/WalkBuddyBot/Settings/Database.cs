namespace WalkBuddyBot.Settings;

/// <summary>Where the memory is.</summary>
internal static class Database
{
    private const string DataSource = "Data Source=";

    /// <summary>
    /// <c>ConnectionStrings:WalkBuddy</c>. A file named without a full path lies below the folder the person stands in; the default is
    /// <c>data/walkbuddy.db</c> in the clone.
    /// </summary>
    public static string Resolve(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("WalkBuddy");
        return string.IsNullOrWhiteSpace(text)
            ? DataSource + Path.Combine(Paths.Home, "data", "walkbuddy.db")
            : FullPath(text.Trim());
    }

    private static string FullPath(string text)
    {
        var start = text.IndexOf(DataSource, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || text.Contains("Mode=Memory", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        start += DataSource.Length;
        var end = text.IndexOf(';', start);
        end = end < 0 ? text.Length : end;
        var file = text[start..end].Trim();
        return file.Length == 0 || file == ":memory:"
            ? text
            : string.Concat(text.AsSpan(0, start), Path.GetFullPath(file), text.AsSpan(end));
    }
}
