using System.Data.Common;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>A database that a drill is run on. The drills read it by plain SQL, with none of the service's code.</summary>
internal interface IFaultDatabase : IAsyncDisposable
{
    /// <summary>As <c>ConnectionStrings:WalkBuddy</c> has it.</summary>
    string ConnectionString { get; }

    /// <summary>A connection that only reads.</summary>
    Task<DbConnection> OpenAsync();

    /// <summary>Ends once nothing is under way here any more for a service that was killed.</summary>
    Task AbandonedAsync() => Task.CompletedTask;
}
