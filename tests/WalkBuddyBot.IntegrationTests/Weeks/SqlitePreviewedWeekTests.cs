using System.Data.Common;
using Microsoft.Data.Sqlite;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests.Weeks;

public sealed class SqlitePreviewedWeekTests : PreviewedWeekContract
{
    protected override string? ConnectionString => null;

    protected override DbConnection Open(WalkBuddyApp app) =>
        new SqliteConnection($"Data Source={Path.Combine(app.Folder, "walkbuddy.db")};Mode=ReadOnly;Pooling=false");
}
