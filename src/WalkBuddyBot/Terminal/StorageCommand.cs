using System.CommandLine;
using System.Globalization;
using WalkBuddyBot.Settings;
using WalkBuddyBot.Storage.Copying;

namespace WalkBuddyBot.Terminal;

/// <summary><c>storage copy</c>: the way from a file to a server, for whoever needs a second node.</summary>
internal static class StorageCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--to")
        {
            Description = "The PostgreSQL database, such as \"Host=db.example.org;Database=walkbuddy;Username=walkbuddy\". It must be empty.",
            Required = true,
        };
        var copy = new Command(
            "copy",
            "Carries everything from the SQLite file to an empty PostgreSQL database in one go and compares both. Stop the service first. "
            + "Exits with 0 when all is there, and with 2 when nothing was copied.")
        {
            to,
        };
        copy.SetAction((parsed, cancellationToken) => NudgesCommand.TryAsync(async () =>
        {
            var tables = await Task.Run(
                () => StorageCopy.Run(Database.Resolve(Rooms.Settings()), parsed.GetValue(to)!, TimeProvider.System, cancellationToken),
                cancellationToken);
            await Console.Out.WriteLineAsync(Words(tables));
            return 0;
        }));
        return new Command("storage", "The memory.") { copy };
    }

    private static string Words(IReadOnlyList<CopiedTable> tables)
    {
        var width = tables.Max(table => table.Name.Length);
        var lines = tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Name.PadRight(width)}  {table.Rows,12:N0}"));
        return string.Join(
            Environment.NewLine,
            [
                .. lines,
                "All rows are there, and both databases hold the same.",
                "Now set ConnectionStrings:WalkBuddy to the PostgreSQL database and start the service.",
            ]);
    }
}
