using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using NodaTime.Testing;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Channels;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Channels;

public sealed class ChannelServicesTests
{
    [Fact]
    public void The_room_stands_on_its_ports_alone()
    {
        var services = new ServiceCollection().AddLogging().AddChannels();
        services.AddSingleton(TimeProvider.System).AddSingleton<IClock>(new FakeClock(Some.At(10, 30)))
            .AddSingleton<IActivitySink>(new FakeSink());
        services.AddSingleton(Mock.Of<ISafetyScreen>()).AddSingleton(Mock.Of<IBuddy>()).AddSingleton(Mock.Of<IPhrases>());
        services.AddSingleton(Mock.Of<IPersonExport>()).AddSingleton(Mock.Of<IReferences>()).AddSingleton(Mock.Of<ITurns>()).AddSingleton(Mock.Of<IOutbox>());
        services.AddSingleton(Mock.Of<ILabels>()).AddSingleton(Mock.Of<ITopics>());
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.NotNull(provider.GetRequiredService<IInboundActivities>());
        Assert.NotNull(provider.GetRequiredService<ICourier>());
    }
}
