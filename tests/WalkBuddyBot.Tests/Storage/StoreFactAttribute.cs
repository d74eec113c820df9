using Xunit.Abstractions;
using Xunit.Sdk;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>A test of a contract. It is said to be skipped in the classes that need PostgreSQL where there is none.</summary>
[XunitTestCaseDiscoverer("WalkBuddyBot.Tests.Storage.StoreFactDiscoverer", "WalkBuddyBot.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>Finds the tests of a contract.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
    [
        new StoreTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod),
    ];
}
