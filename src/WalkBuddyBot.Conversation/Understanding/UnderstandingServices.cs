using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation.Understanding.Topics;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>Registers understanding. It needs the safety rules and the texts of the topics beside it.</summary>
public static class UnderstandingServices
{
    /// <summary>Adds <see cref="IUnderstanding"/>.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<ITopicMatcher, TfIdfTopicMatcher>();
        services.AddSingleton<IUnderstanding, UnderstandingPipeline>();
        return services;
    }
}
