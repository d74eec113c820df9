using System.Data.Common;
using Quartz;

namespace WalkBuddyBot.Benchmarks.Dispatch.Databases;

/// <summary>One kind of database: for the service, for the peer, and for the statements of this benchmark.</summary>
internal abstract class Engine
{
    /// <summary>As people call it.</summary>
    public abstract string Name { get; }

    /// <summary>Where its databases are: what a child process is told.</summary>
    public abstract string Place { get; }

    public static Engine Of(string name, string place) =>
        name == SqliteEngine.Called ? new SqliteEngine(place) : new PostgresEngine(place);

    /// <summary>What the service is configured with.</summary>
    public abstract string ConnectionString(string database);

    public abstract Task<DbConnection> OpenAsync(string database);

    /// <summary>An empty database.</summary>
    public abstract Task CreateAsync(string database);

    /// <summary>A copy of one that nobody has open.</summary>
    public abstract Task CopyAsync(string from, string to);

    public abstract Task DropAsync(string database);

    /// <summary>Lets go of every connection that a pool holds.</summary>
    public abstract void LetGo();

    /// <summary>What makes filling quick, said before it; the database is given back as durable as it was.</summary>
    public abstract string BeforeFilling { get; }

    /// <summary>What leaves it as a database is that was filled little by little.</summary>
    public abstract string AfterFilling { get; }

    /// <summary>The numbers from 1 to <c>@most</c> as <c>c(n)</c>.</summary>
    public abstract string Numbers { get; }

    /// <summary>An id of 16 bytes that follows from a letter and <c>c.n</c>, scattered as real ids are.</summary>
    public abstract string Id(string letter);

    /// <summary>The same as 32 hexadecimal digits.</summary>
    public abstract string IdText(string letter);

    /// <summary>A time zone that follows from <c>c.n</c>.</summary>
    public abstract string Zone { get; }

    public abstract void Configure(IPersistentStoreBuilder store, string database);
}
