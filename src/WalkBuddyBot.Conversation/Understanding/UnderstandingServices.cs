using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Topics;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>Registers understanding. It needs the safety rules and the texts of the topics beside it.</summary>
public static class UnderstandingServices
{
    /// <summary>Adds <see cref="IUnderstanding"/>.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<ITopicMatcher, TfIdfTopicMatcher>();
        services.AddSingleton<IUnderstanding>(provider => new UnderstandingPipeline(
            provider.GetRequiredService<ISafetyRules>(),
            provider.GetRequiredService<ITopicMatcher>(),
            provider.GetService<IClassifier>(),
            provider.GetService<ContentSnapshot>() is { } content ? new Speller(content.Words, []) : null));
        return services;
    }
}
