using WalkBuddyBot.Tests.Shared;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>One test of a contract on one database.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    /// <summary>For xunit, which fills it in afterwards.</summary>
    [Obsolete("For xunit.", error: true)]
    public StoreTestCase()
    {
    }

    public StoreTestCase(
        IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[]? row = null)
        : base(messages, display, options, method, row)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? (NeedsPostgres && !PostgresServer.IsHere ? PostgresServer.Missing : null!);

    private bool NeedsPostgres => TestMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any();
}
