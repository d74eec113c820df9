namespace WalkBuddyBot;

/// <summary>Where things are, wherever the program is started from.</summary>
internal static class Paths
{
    /// <summary>The content files, beside the program.</summary>
    public static string Content { get; } = Path.Combine(AppContext.BaseDirectory, "Content");

    /// <summary>The clone that the program was built in, else the folder the person stands in.</summary>
    public static string Home { get; } = Clone(AppContext.BaseDirectory) ?? Directory.GetCurrentDirectory();

    private static string? Clone(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WalkBuddyBot.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
