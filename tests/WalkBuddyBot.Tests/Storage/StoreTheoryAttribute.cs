using Xunit.Abstractions;
using Xunit.Sdk;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>As <see cref="StoreFactAttribute"/>, with data.</summary>
[XunitTestCaseDiscoverer("WalkBuddyBot.Tests.Storage.StoreTheoryDiscoverer", "WalkBuddyBot.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute;

/// <summary>Finds the tests of a contract that have data.</summary>
public sealed class StoreTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
    [
        new StoreTestCase(
            DiagnosticMessageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod,
            dataRow),
    ];
}
