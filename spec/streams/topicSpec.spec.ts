import { expectTypeOf } from 'expect-type';
import type { Observable } from 'rxjs';
import type { Call } from '../../src/endpoint.ts';
import { topic } from '../../src/streams/topic.ts';
import { quotes } from '../support/quotes.ts';
import { settled } from '../support/streams.ts';
import type { BasicTopicSpec, Fold, TopicSpec } from '../../src/streams/topicSpec.ts';

describe('what a topic is made of', () => {
  it('may begin with a state or with a question, and asks for nothing that has a default', () => {
    expectTypeOf<ReturnType<Fold<string, object, Event, number>['begin']>>().toEqualTypeOf<
      number | Observable<number>
    >();
    expectTypeOf<
      Pick<BasicTopicSpec<object, string, Event, number>, 'group' | 'routes' | 'identity'>
    >().toExtend<Partial<object>>();
    type Unsubscribe = TopicSpec<object, object, string, Event, number, string>['unsubscribe'];
    expectTypeOf<ReturnType<Unsubscribe>>().toEqualTypeOf<Call<unknown>>();
    const { subscribe, unsubscribe, events, key, fold } = quotes;
    expect(settled(topic({ subscribe, unsubscribe, events, key, fold }), { Id: 1 }).key).toBe(
      'SubscribeQuotes 1',
    );
  });
});
