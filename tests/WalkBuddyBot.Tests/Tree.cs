namespace WalkBuddyBot.Tests;

/// <summary>Where the sources are: the folder with the solution, above the test's own.</summary>
internal static class Tree
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WalkBuddyBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from a build inside the clone; WalkBuddyBot.sln was not found above them.");
    }
}
